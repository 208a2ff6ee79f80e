"""Turns a finished document value into PDF bytes; never asks the database anything."""
