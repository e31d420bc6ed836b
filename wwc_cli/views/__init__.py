"""Records → what to show: no widths, no colours."""
