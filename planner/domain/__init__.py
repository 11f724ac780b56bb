"""What an interview day is: frozen values, standard library only."""
