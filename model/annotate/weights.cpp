// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/weights.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace model::annotate {
namespace {

constexpr quint32 magic = 0x43565731; // "CVW1"
constexpr float unitsOfOne = 32;      ///< a weight of 1 is stored as this
constexpr float leastWeight = 0.08F;  ///< features all of whose weights are smaller are left out
constexpr quint32 mostFeatures = 4'000'000;
constexpr quint32 mostBytes = 256U << 20;

qint16 stored(float weight)
{
    return qint16(std::clamp(std::lround(weight * unitsOfOne), -32767L, 32767L));
}

void write(QDataStream &out, const WeightTable &table)
{
    std::vector<int> slots;
    for (int slot = 0; slot < table.count(); ++slot) {
        const float *row = table.at(slot);
        if (std::any_of(row, row + table.labels(), [](float w) { return std::abs(w) >= leastWeight; }))
            slots.push_back(slot);
    }
    std::sort(slots.begin(), slots.end(), [&](int a, int b) { return table.hashOfSlot(a) < table.hashOfSlot(b); });
    out << quint32(table.labels()) << quint32(slots.size());
    // The hashes by themselves, then the weights label by label: alike beside alike packs better.
    for (const int slot : slots)
        out << table.hashOfSlot(slot);
    for (int label = 0; label < table.labels(); ++label) {
        for (const int slot : slots)
            out << stored(table.at(slot)[label]);
    }
}

bool read(QDataStream &in, WeightTable &table)
{
    quint32 labels = 0;
    quint32 count = 0;
    in >> labels >> count;
    if (in.status() != QDataStream::Ok || int(labels) != table.labels() || count > mostFeatures)
        return false;
    table.reserve(int(count));
    for (quint32 i = 0; i < count; ++i) {
        quint32 hash = 0;
        in >> hash;
        if (table.add(hash) != int(i))
            return false;
    }
    for (quint32 label = 0; label < labels; ++label) {
        for (quint32 i = 0; i < count; ++i) {
            qint16 weight = 0;
            in >> weight;
            table.at(int(i))[label] = float(weight) / unitsOfOne;
        }
    }
    return in.status() == QDataStream::Ok;
}

void write(QDataStream &out, const SequenceModel &model)
{
    for (int a = 0; a <= model.labels; ++a) {
        for (int b = 0; b < model.labels; ++b)
            out << stored(model.transition[size_t(a)][size_t(b)]);
    }
    write(out, model.weights);
}

bool read(QDataStream &in, SequenceModel &model)
{
    for (int a = 0; a <= model.labels; ++a) {
        for (int b = 0; b < model.labels; ++b) {
            qint16 weight = 0;
            in >> weight;
            model.transition[size_t(a)][size_t(b)] = float(weight) / unitsOfOne;
        }
    }
    return read(in, model.weights);
}

void write(QDataStream &out, const Calibration &calibration)
{
    out << quint32(calibration.size());
    for (const auto &[raw, share] : calibration)
        out << raw << share;
}

bool read(QDataStream &in, Calibration &calibration)
{
    quint32 count = 0;
    in >> count;
    if (count > 1000)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        float raw = 0;
        float share = 0;
        in >> raw >> share;
        calibration.push_back({raw, share});
    }
    return in.status() == QDataStream::Ok;
}

} // namespace

QByteArray toBytes(const Weights &weights)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out.setByteOrder(QDataStream::LittleEndian);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << weights.version;
    std::vector<quint32> common(weights.common.begin(), weights.common.end());
    std::sort(common.begin(), common.end());
    out << quint32(common.size());
    for (const quint32 hash : common)
        out << hash;
    for (const ChoiceModel *model :
         {&weights.matter, &weights.role, &weights.stance, &weights.action, &weights.data, &weights.link})
        write(out, model->weights);
    write(out, weights.spans);
    write(out, weights.evidence);
    for (const Calibration &calibration : weights.spanScores)
        write(out, calibration);
    write(out, weights.findingScores);

    QByteArray file;
    QDataStream head(&file, QIODevice::WriteOnly);
    head << magic;
    return file + qCompress(bytes, 9);
}

Result<Weights> weightsFromBytes(const QByteArray &file)
{
    const Error damaged{ErrorKind::Damaged,
                        QStringLiteral("These are no weights of the annotation model, or they are damaged.")};
    QDataStream head(file);
    quint32 found = 0;
    head >> found;
    if (found != magic)
        return damaged;
    // The packed bytes say first how many they are unpacked, big end first: more than any model has is refused.
    quint32 size = 0;
    head >> size;
    if (head.status() != QDataStream::Ok || size > mostBytes)
        return damaged;
    const QByteArray bytes = qUncompress(file.sliced(4));
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    in.setByteOrder(QDataStream::LittleEndian);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    Weights weights;
    quint32 common = 0;
    in >> weights.version >> common;
    if (in.status() != QDataStream::Ok || common > mostFeatures)
        return damaged;
    for (quint32 i = 0; i < common; ++i) {
        quint32 hash = 0;
        in >> hash;
        weights.common.insert(hash);
    }
    for (ChoiceModel *model :
         {&weights.matter, &weights.role, &weights.stance, &weights.action, &weights.data, &weights.link}) {
        if (!read(in, model->weights))
            return damaged;
    }
    if (!read(in, weights.spans) || !read(in, weights.evidence))
        return damaged;
    for (Calibration &calibration : weights.spanScores) {
        if (!read(in, calibration))
            return damaged;
    }
    if (!read(in, weights.findingScores) || in.status() != QDataStream::Ok)
        return damaged;
    return weights;
}

} // namespace model::annotate
