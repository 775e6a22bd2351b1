"""Many at once: files cut into parts, the parts done on the cores of a machine or of a cluster, and put in place."""
