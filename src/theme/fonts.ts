// Instrument Sans for the interface; Newsreader for headings and for words that go out as letters (it has Vietnamese).
import '@fontsource-variable/instrument-sans/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
