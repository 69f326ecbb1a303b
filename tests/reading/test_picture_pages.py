"""Which frames of a picture file are pages of a CV."""

import io

import pytest
from PIL import Image

from matching.reading.pictures import pages_of


@pytest.mark.parametrize(("form", "pages"), [("TIFF", 2), ("MPO", 1), ("GIF", 1), ("WEBP", 1)])
def test_only_tiff_has_pages(form, pages):
    stream = io.BytesIO()
    Image.new("RGB", (80, 60), "white").save(
        stream, form, save_all=True, append_images=[Image.new("RGB", (80, 60), "black")]
    )
    with Image.open(io.BytesIO(stream.getvalue())) as picture:
        assert (picture.n_frames, pages_of(picture)) == (2, pages)
