// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <vector>

namespace model::reader {

/// The document behind a descriptor, read by position: the descriptor's own offset, which others share, is neither used
/// nor moved. Keeps the blocks read last.
class DocumentDevice final : public QIODevice {
public:
    /// The descriptor stays the caller's and must outlive this.
    explicit DocumentDevice(int descriptor);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }

    /// Up to `length` bytes at `position`; fewer only at the end of the file.
    QByteArray bytesAt(qint64 position, qint64 length);

protected:
    qint64 readData(char *into, qint64 length) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Block {
        qint64 number = -1;
        QByteArray bytes;
    };
    const QByteArray &block(qint64 number);
    qint64 copyFrom(qint64 position, char *into, qint64 length);

    int m_descriptor;
    qint64 m_size = 0;
    std::vector<Block> m_blocks;
};

} // namespace model::reader
