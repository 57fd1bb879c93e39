"""What tests share. Helpers are no tests, so they live apart."""
