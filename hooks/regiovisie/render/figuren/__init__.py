"""Pictures of counts as shapes: pure sums, no HTML. Templates draw them, CSS colours them."""
