#include "demo/words/culture.h"

#include <array>

#include "demo/words/countries.h"

namespace rapport::demo {

std::span<const Culture> cultures() {
    using namespace words;
    static const std::array all{germany, united_states, united_kingdom, france, sweden, spain, poland, japan, greece, ukraine, emirates, india};
    return all;
}

}  // namespace rapport::demo
