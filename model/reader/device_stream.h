// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <Object.h>
#include <Stream.h>

namespace model::reader {

/// A device as Poppler's own classes read it. The device must outlive the stream and all made from it.
class DeviceStream final : public BaseSeekInputStream {
public:
    explicit DeviceStream(QIODevice &device);
    ~DeviceStream() override;

    BaseStream *copy() override;
    Stream *makeSubStream(Goffset start, bool limited, Goffset length, Object &&dictionary) override;

private:
    DeviceStream(QIODevice &device, Goffset start, bool limited, Goffset length, Object &&dictionary);

    Goffset currentPos() const override { return m_device.pos(); }
    void setCurrentPos(Goffset offset) override { m_device.seek(offset); }
    Goffset read(char *buffer, Goffset count) override { return m_device.read(buffer, count); }

    QIODevice &m_device;
};

} // namespace model::reader
