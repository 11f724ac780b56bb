"""The command line: one module for each verb; no rule of the business lives here."""
