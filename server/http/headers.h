#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::http {

/// Header fields in the order they were added. Kept as one text in the form of the wire ("Name: value\r\n"), so that
/// reading and writing a message costs one allocation, or none when the text is used again.
class Headers {
public:
    struct Field {
        std::string_view name;
        std::string_view value;
    };

    /// Characters that would end the line early become spaces: a value from a stranger cannot add a header.
    void add(std::string_view name, std::string_view value);
    /// As add(), in place of all fields of that name.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);

    /// The first field of that name, in any case.
    std::optional<std::string_view> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }

    std::string_view text() const { return text_; }
    bool empty() const { return text_.empty(); }
    /// Keeps the memory for the next message.
    void clear() { text_.clear(); }

    class Iterator {
    public:
        explicit Iterator(std::string_view rest) : rest_(rest) {}
        Field operator*() const;
        Iterator& operator++();
        bool operator==(const Iterator& other) const { return rest_.size() == other.rest_.size(); }

    private:
        std::string_view rest_;
    };
    Iterator begin() const { return Iterator(text_); }
    Iterator end() const { return Iterator({}); }

private:
    std::string text_;
};

/// Compares names of headers, schemes and codings: ASCII letters count the same in either case.
bool equal_in_any_case(std::string_view a, std::string_view b);

}  // namespace rapport::http
