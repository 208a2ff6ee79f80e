"""One function for each thing a clerk does: open session and plain values in, plain values out."""
