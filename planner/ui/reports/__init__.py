"""Parts of the reports page: the reader of past days, and the plots of what they were like."""
