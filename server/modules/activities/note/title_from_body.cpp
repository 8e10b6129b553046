#include "modules/activities/note/title_from_body.h"

#include "base/text.h"

namespace rapport::activities {
namespace {

constexpr std::size_t longest_title = 60;

/// What a browser would show in one line. Only the entities that editors write for themselves.
std::string shown_text(std::string_view html) {
    constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}};
    std::string out;
    auto add_blank = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    for (std::size_t i = 0; i < html.size();) {
        if (html[i] == '<') {
            add_blank();
            std::size_t end = html.find('>', i);
            i = end == std::string_view::npos ? html.size() : end + 1;
            continue;
        }
        bool is_entity = false;
        for (const auto& [entity, character] : entities) {
            if (!html.substr(i).starts_with(entity)) continue;
            out += character;
            i += entity.size();
            is_entity = true;
            break;
        }
        if (is_entity) continue;
        if (html[i] == '\n' || html[i] == '\r' || html[i] == '\t' || html[i] == ' ') add_blank();
        else out += html[i];
        ++i;
    }
    return std::string(text::trim(out));
}

/// Where the character after the first `count` begins.
std::size_t offset_of(std::string_view utf8, std::size_t count) {
    std::size_t offset = 0;
    while (offset < utf8.size() && count > 0) {
        ++offset;
        while (offset < utf8.size() && (static_cast<unsigned char>(utf8[offset]) & 0xc0) == 0x80) ++offset;
        --count;
    }
    return offset;
}

}  // namespace

std::string first_words(std::string_view html) {
    std::string words = shown_text(html);
    std::size_t end = offset_of(words, longest_title - 1);
    if (end == words.size()) return words;
    std::size_t blank = words.rfind(' ', end);
    return words.substr(0, blank == std::string::npos ? end : blank) + "…";
}

void TitleFromBody::before_save(records::Change& change) const {
    if (!change.after["title"].is_null()) return;
    std::string title = first_words(change.after["body"].text_or(""));
    if (!title.empty()) change.after["title"] = title;
}

}  // namespace rapport::activities
