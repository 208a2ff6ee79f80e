"""Pictures as lists of shapes, painted alike on screen and paper."""
