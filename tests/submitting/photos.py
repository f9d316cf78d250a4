"""Files that people choose in the step with photos."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def jpeg(name: str = "foto.jpg", colour: str = "green") -> SimpleUploadedFile:
    """A good photo, small enough to be quick."""
    with BytesIO() as file:
        Image.new("RGB", (120, 100), colour).save(file, "JPEG")
        return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def no_photo(name: str = "brief.jpg") -> SimpleUploadedFile:
    """Something else under the name of a photo."""
    return SimpleUploadedFile(name, b"Geachte, hierbij", "image/jpeg")
