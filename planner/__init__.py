"""The interview-day planner: plan a candidate's day, check it, hand it out."""
