"""The pages: fetch with permission, bind the form, act, render."""
