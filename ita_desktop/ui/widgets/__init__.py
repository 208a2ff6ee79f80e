"""Small widgets that know Thai text, dates and digits."""
