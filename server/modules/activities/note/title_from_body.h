#pragma once

#include <string>
#include <string_view>

#include "records/hook.h"

namespace rapport::activities {

/// A note without title is called by its first words.
class TitleFromBody final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

/// The first words of a text with HTML in it: one line, at most 60 characters, whole words where there are any.
std::string first_words(std::string_view html);

}  // namespace rapport::activities
