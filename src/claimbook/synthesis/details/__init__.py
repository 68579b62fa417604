"""What a reader may want to see beside a verdict: findings, flow, groups, and what would change it."""
