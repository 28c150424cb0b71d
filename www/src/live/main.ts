import "../trust.js";
import { shared } from "../engine.js";

// The rules load in the worker while the page itself does.
void shared().catch(() => {}); // the page asks again, and says what is wrong
void import("./page.js");
