"""Citations as text: a function a style, from an item of CSL-JSON."""
