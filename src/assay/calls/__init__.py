"""The one path to a model: cache, single-flight, budget, limits, retry, durable write."""
