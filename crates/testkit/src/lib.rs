//! For the tests of rooms: temporary stores on both engines, fake clock, HTML assertions.
