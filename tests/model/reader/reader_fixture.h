// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"
#include "model/reader/reader_host.h"

#include <QByteArray>
#include <QString>

/// Bytes as an open file that has no name.
model::reader::Descriptor fileOf(const QByteArray &bytes);
model::reader::Descriptor openForReading(const QString &path);

/// A program that lies beside the running test.
QString programBeside(const QString &name);
/// A host of carveout-reader, or of another program that speaks its part.
std::shared_ptr<model::reader::ReaderHost> startHost(model::reader::ReaderHost::Options options = {});
/// A reader for `bytes`, the host of which ends with it.
struct OpenReader {
    std::shared_ptr<model::reader::ReaderHost> host;
    std::unique_ptr<model::reader::DocumentReader> reader;
};
OpenReader readerOf(const QByteArray &bytes, model::reader::ReaderHost::Options options = {});
