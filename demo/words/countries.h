#pragma once

#include "demo/words/culture.h"

namespace rapport::demo::words {

extern const Culture germany, france, united_kingdom, united_states, sweden, spain, poland;
extern const Culture greece, ukraine, japan, emirates, india;

}  // namespace rapport::demo::words
