// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/device_stream.h"

#include <utility>

namespace model::reader {

DeviceStream::DeviceStream(QIODevice &device)
    : DeviceStream(device, 0, false, device.size(), Object(objNull))
{
}

DeviceStream::DeviceStream(QIODevice &device, Goffset startAt, bool isLimited, Goffset bytes, Object &&dictionary)
    : BaseSeekInputStream(startAt, isLimited, bytes, std::move(dictionary))
    , m_device(device)
{
}

DeviceStream::~DeviceStream()
{
    close();
}

BaseStream *DeviceStream::copy()
{
    return new DeviceStream(m_device, start, limited, length, dict.copy());
}

Stream *DeviceStream::makeSubStream(Goffset startAt, bool isLimited, Goffset bytes, Object &&dictionary)
{
    return new DeviceStream(m_device, startAt, isLimited, bytes, std::move(dictionary));
}

} // namespace model::reader
