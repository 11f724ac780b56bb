"""What people type and paste: times, lengths, dates, and whole timetables as text."""
