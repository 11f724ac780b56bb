"""Where an interview day rests: files, and one contract for databases; blind to formats."""
