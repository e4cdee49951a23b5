"""Prompt templates: files, rendering, differences, checks on model-written prompts."""
