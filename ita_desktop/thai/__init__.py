"""Thai text: digits, dates, order, clean-up and words; a leaf that anyone may use."""
