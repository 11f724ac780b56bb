"""Parts of the share dialog: readers, preview, printing, and handing documents to other programs."""
