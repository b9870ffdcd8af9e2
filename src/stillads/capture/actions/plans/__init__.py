"""Writing plans: versions, who has read them, which units share them."""
