"""The commands. Every module here is looked through for what `@command` declares; nothing else lists them."""
