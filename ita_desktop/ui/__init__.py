"""The Qt window: shows values and asks for work."""
