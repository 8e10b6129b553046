#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/record_id.h"
#include "base/result.h"

namespace rapport::metadata::types {

/// HTML that can do nothing but show text: elements and attributes of a closed list; links as is_safe_link() has them;
/// everything else is left out, scripts and styles with their content. What comes out is well-formed, and comes out
/// the same when it goes in again. `html` is UTF-8. Problem: "too_deep" for more than about 250 elements in each other.
Result<std::string> safe_html(std::string_view html);

/// Who is mentioned in what safe_html() answered: `<span data-mention="005…">@Ann Able</span>` names a user or a team by id,
/// whatever they are called later. In their order, perhaps twice.
std::vector<RecordId> mentions_in(std::string_view html);

/// The words of HTML without its marks, a blank between blocks.
std::string html_words(std::string_view html);

}  // namespace rapport::metadata::types
