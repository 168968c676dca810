/** The style sheets, in the order they build on each other. */
import './base.css';
import './shell.css';
import './controls.css';
import './charts.css';
import './views.css';
