"""Records → text in the formats of others; a function a format, named as the user types it."""
