"""Tests of the plain-text itinerary."""
