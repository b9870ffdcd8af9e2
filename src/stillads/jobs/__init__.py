"""What happens without anybody at the screen: the worker, the schedule, the sweep."""
