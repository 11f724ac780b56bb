"""Lists of people and rooms as other programs write them: CSV tables and vCards."""
