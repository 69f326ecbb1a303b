"""Documents made to measure what the reader does with text that no person sees; which is which is known beforehand."""
