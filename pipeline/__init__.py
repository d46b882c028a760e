"""workreport: Chinese work reports into numbers that say what they measure."""

__version__ = "0.1.0"
