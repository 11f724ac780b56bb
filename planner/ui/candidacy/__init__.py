"""The application as the window shows it: steps, portal states, contacts and the forms behind them."""
