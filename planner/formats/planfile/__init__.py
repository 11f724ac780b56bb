"""The plan file `*.interviewplan`: JSON that a person can read, versioned, never half understood."""
