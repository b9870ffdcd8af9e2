"""Reading files."""

from .files import FileOnDisk, StoredFile, file_on_disk, files_by_pk, stored_file

__all__ = ["FileOnDisk", "StoredFile", "file_on_disk", "files_by_pk", "stored_file"]
