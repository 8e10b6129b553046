#pragma once

#include <filesystem>

#include "storage/blobs/store.h"

namespace rapport::storage::blobs {

/// Contents as files of one folder, in 256 folders by the first two digits of their addresses.
class FolderStore final : public Store {
public:
    /// Makes the folder when it keeps the first content.
    explicit FolderStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void keep(Incoming& incoming) override;
    Content open(const Address& address) const override;
    void remove(const Address& address) override;
    void for_each(const std::function<void(const Address&)>& visit) const override;
    /// Shares the file that another store on the same disk has; false where it has none, or the disk cannot share.
    bool share(const FolderStore& other, const Address& address);
    std::string name() const override { return "the folder " + folder_.string(); }

private:
    std::filesystem::path path_of(const Address& address) const;

    std::filesystem::path folder_;
};

}  // namespace rapport::storage::blobs
