"""The report of a day that is over: what was planned beside what really happened."""
