"""Documents made to see whether anything at all gets past the reader: honest, hiding, hostile and broken ones."""
